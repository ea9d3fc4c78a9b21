// A message centre that speaks SMPP 3.4, for tests: it takes every message, tells of it on its output, one JSON object
// a line, and sends a delivery report with the end that its input last asked for ("DELIVRD", "UNDELIV", "none").
import { createInterface } from "node:readline";
import { createServer } from "smpp";

let end = "DELIVRD";
let count = 0;
const tell = (event) => process.stdout.write(JSON.stringify(event) + "\n");

function report(session, submit, id) {
  if (end === "none") return;
  const date = new Date().toISOString().replace(/\D/g, "").slice(2, 12);
  session.deliver_sm({
    source_addr: submit.destination_addr,
    destination_addr: submit.source_addr,
    esm_class: 4,
    receipted_message_id: id,
    short_message: `id:${id} sub:001 dlvrd:${end === "DELIVRD" ? "001" : "000"} submit date:${date} done date:${date} stat:${end} err:000 text:`,
  });
}

const server = createServer((session) => {
  session.on("error", () => session.close());
  for (const bind of ["bind_transceiver", "bind_transmitter", "bind_receiver"]) {
    session.on(bind, (pdu) => {
      session.send(pdu.response());
      tell({ event: "bound" });
    });
  }
  session.on("enquire_link", (pdu) => session.send(pdu.response()));
  session.on("unbind", (pdu) => {
    session.send(pdu.response());
    session.close();
  });
  session.on("submit_sm", (pdu) => {
    const id = (++count).toString().padStart(8, "0");
    tell({
      event: "submit", id, to: pdu.destination_addr, from: pdu.source_addr, text: pdu.short_message.message,
      coding: pdu.data_coding, validity: pdu.validity_period ? "given" : "none",
    });
    session.send(pdu.response({ message_id: id }));
    report(session, pdu, id);
  });
});

server.listen(0, "127.0.0.1", () => tell({ event: "listening", port: server.address().port }));
createInterface({ input: process.stdin }).on("line", (line) => { end = line.trim(); }).on("close", () => process.exit(0));
