// A small HTTP server that speaks Resend's shape and can misbehave.
//
//   const double = await startMailDouble();
//   double.answers("500", "429 retry-after=600", "hang")   // for the next requests; then everything is taken
//   double.requests                                        // every request: {key, authorization, body}
//   double.sent                                            // what was really sent: Map from Idempotency-Key to {body, times}
import { createServer } from "node:http";
import { once } from "node:events";
import { randomUUID } from "node:crypto";

const ERRORS = { 400: "validation_error", 401: "restricted_api_key", 403: "invalid_api_key", 409: "concurrent_idempotent_requests", 422: "invalid_to_address", 429: "rate_limit_exceeded", 500: "internal_server_error" };

export async function startMailDouble() {
  const queue = [];
  const requests = [];
  const sent = new Map();
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const part of request.setEncoding("utf8")) text += part;
    const answer = (status, body, headers = {}) => response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
    if (request.method !== "POST" || request.url !== "/emails") return answer(404, {});
    const key = request.headers["idempotency-key"];
    const body = JSON.parse(text);
    requests.push({ key, authorization: request.headers.authorization, body });
    const [what, ...options] = (queue.shift() ?? "ok").split(" ");
    const headers = Object.fromEntries(options.map((option) => option.split("=")));
    if (what === "hang") return undefined;
    if (what === "close") return request.socket.destroy();
    if (what in ERRORS) return answer(Number(what), { statusCode: Number(what), name: ERRORS[what], message: `not sent to ${body.to}` }, headers);
    // Taken: one key sends once, however often it comes; another body under it is a mistake of the caller.
    const known = sent.get(key);
    if (known && JSON.stringify(known.body) !== text) return answer(409, { statusCode: 409, name: "invalid_idempotent_request" });
    const mail = known ?? { id: randomUUID(), body, times: 0 };
    if (!known) mail.times += 1;
    sent.set(key, mail);
    if (what === "taken-and-close") return request.socket.destroy();
    if (what === "no-json") return response.writeHead(200).end("fine");
    return answer(200, { id: mail.id });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,
    sent,
    answers: (...list) => queue.splice(0, queue.length, ...list),
    /** The requests and mails to an address that holds this text. */
    to: (part) => requests.filter(({ body }) => body.to[0].includes(part)),
    sentTo: (part) => [...sent.values()].filter(({ body }) => body.to[0].includes(part)),
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
