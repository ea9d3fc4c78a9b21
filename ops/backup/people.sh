# People for the drill: browsers made of curl, with a folder each for cookies and the last page. Sourced by ./drill.

# A made-up ID number: twelve random digits, the first 1, and their check digit.
new_person() {
  local me=$people/$1 id=1 sum=13 weight digit
  for weight in 12 11 10 9 8 7 6 5 4 3 2; do digit=$((RANDOM % 10)); id+=$digit; sum=$((sum + weight * digit)); done
  mkdir -p "$me"
  echo "$id$(((11 - sum % 11) % 10))" >"$me/id"
  printf '08%08d\n' $((RANDOM * 3000 + RANDOM % 3000)) >"$me/phone"
  echo "Rk${RANDOM}Mn${RANDOM}x" >"$me/password"
}

hidden() { sed -n "s/.*name=\"$2\"[^>]* value=\"\([^\"]*\)\".*/\1/p" "$people/$1/page" | head -1; }

# visit WHO PATH: loads a page; visit WHO PATH NAME=VALUE...: posts these with the last page's hidden fields. Prints where it leads.
visit() {
  local who=$1 path=$2 me=$people/$1 field fields=()
  shift 2
  if [ $# -gt 0 ]; then
    for field in "$@" "__RequestVerificationToken=$(hidden "$who" __RequestVerificationToken)" "FormStamp=$(hidden "$who" FormStamp)"; do
      fields+=(--data-urlencode "$field")
    done
  fi
  curl --silent --show-error --max-time 20 --cookie "$me/jar" --cookie-jar "$me/jar" --dump-header "$me/head" --output "$me/page" "${fields[@]}" "$site$path"
  sed -n 's/\r$//; s#^[Ll]ocation: \(http://[^/]*\)\{0,1\}##p' "$me/head"
}

# The code of the SMS whose reference is on the page.
code() {
  local who=$1 reference found=''
  reference=$(sed -n 's/.*id="code-reference"[^>]*>\([^<]*\)<.*/\1/p' "$people/$who/page")
  for _ in {1..100}; do
    found=$(curl --silent --get --data-urlencode "to=$(<"$people/$who/phone")" "$site/dev/sms.json" | tr '}' '\n' | grep "\"reference\":\"$reference\"" \
      | sed -n 's/.*"code":"\([0-9]*\)".*/\1/p')
    [ -n "$found" ] && { echo "$found"; return; }
    sleep 0.1
  done
  return 1
}

# Up to the page that asks for the code.
begin_sign_up() {
  new_person "$1"
  visit "$1" /sign-up/agreement
  visit "$1" /sign-up/agreement AcceptPrivacy=true AcceptConduct=true
  visit "$1" /sign-up/details
  visit "$1" /sign-up/details NationalId="$(<"$people/$1/id")" Phone="$(<"$people/$1/phone")" Password="$(<"$people/$1/password")" \
    ConfirmPassword="$(<"$people/$1/password")" FirstName="$1" LastName=Jaidee BirthDay=7 BirthMonth=9 BirthYear=2520
  visit "$1" /sign-up/phone-code
}

# A member with a session.
sign_up() {
  begin_sign_up "$1" >/dev/null
  visit "$1" /sign-up/phone-code Code="$(code "$1")" >/dev/null
  [ "$(visit "$1" /account)" = "" ] && grep -q "$1" "$people/$1/page" || stop_drill "$1 could not sign up."
}

# The same person at another browser.
elsewhere() { mkdir "$people/$2" && cp "$people/$1"/{id,phone,password} "$people/$2/"; }

# First step of a sign-in. Prints where it leads.
give_password() {
  visit "$1" /sign-in >/dev/null
  visit "$1" /sign-in NationalId="$(<"$people/$1/id")" Password="$(<"$people/$1/password")"
}

# Both steps, the browser remembered.
sign_in() {
  [ "$(give_password "$1")" = /sign-in/code ] || return 1
  visit "$1" /sign-in/code >/dev/null
  visit "$1" /sign-in/code Code="$(code "$1")" RememberBrowser=true >/dev/null
}
