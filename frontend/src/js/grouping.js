// Shows a complete number in the groups people read it in, once they have left the field.

const groups = {
  'national-id': /^(\d)(\d{4})(\d{5})(\d{2})(\d)$/,
  phone: /^(0[689]\d)(\d{3})(\d{4})$/,
};

export function grouped(kind, text) {
  const parts = groups[kind].exec(text.replace(/[\s-]/g, ''));
  return parts ? parts.slice(1).join('-') : text;
}

export function groupDigits(field) {
  field.addEventListener('blur', () => {
    const text = grouped(field.dataset.group, field.value);
    if (text !== field.value) field.value = text;
  });
}
