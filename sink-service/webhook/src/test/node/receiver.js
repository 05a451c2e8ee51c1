// Receives webhooks, checks each by the reference library of Standard Webhooks, and keeps what it
// took in the order that it took it:
//   node receiver.js SECRET
// Prints its port. GET / tells what it saw; PUT /?fail=5&stall=50 makes it fail one in five and
// stall one in fifty from then on, 0 for never.
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.argv[2]);
const seen = { requests: 0, failed: 0, stalled: 0, refused: 0, taken: [] };
let failOneIn = 0;
let stallOneIn = 0;

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
  if (request.method === "PUT") {
    const wish = new URL(request.url, "http://127.0.0.1").searchParams;
    failOneIn = Number(wish.get("fail"));
    stallOneIn = Number(wish.get("stall"));
    response.end();
    return;
  }
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => receive(request, response, Buffer.concat(chunks).toString("utf8")));
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.resume().on("end", () => process.exit());
