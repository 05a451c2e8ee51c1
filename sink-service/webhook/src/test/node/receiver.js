// Receives webhooks, checks each by the reference library of Standard Webhooks, and keeps what it
// took in the order that it took it. Fails and stalls as often as it is told:
//   node receiver.js SECRET FAIL_ONE_IN STALL_ONE_IN     (0: never)
// Prints its port. GET / tells what it saw; DELETE / forgets all and fails no more.
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.argv[2]);
let failOneIn = Number(process.argv[3]);
let stallOneIn = Number(process.argv[4]);
const fresh = () => ({ requests: 0, failed: 0, stalled: 0, refused: 0, taken: [] });
let seen = fresh();

function receive(request, response, body) {
  let event;
  try {
    event = webhook.verify(body, request.headers);
  } catch {
    seen.refused++;
    response.writeHead(401).end();
    return;
  }
  seen.requests++;
  if (stallOneIn && seen.requests % stallOneIn === 7) {
    seen.stalled++;
  } else if (failOneIn && seen.requests % failOneIn === 0) {
    seen.failed++;
    response.writeHead(500).end();
  } else {
    seen.taken.push({
      id: request.headers["webhook-id"],
      eventId: event.id,
      subject: event.subject,
      sequence: event.sequence,
      revision: event.data.revision,
      at: Date.now(),
    });
    response.writeHead(204).end();
  }
}

const server = createServer((request, response) => {
  if (request.method === "GET") {
    response.end(JSON.stringify(seen));
    return;
  }
  if (request.method === "DELETE") {
    seen = fresh();
    failOneIn = stallOneIn = 0;
    response.end();
    return;
  }
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => receive(request, response, Buffer.concat(chunks).toString("utf8")));
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.resume().on("end", () => process.exit());
