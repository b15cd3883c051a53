import autocannon from "autocannon";

export const CONNECTIONS = 16;

type PlainRequest = Pick<autocannon.Request, "method" | "path" | "headers" | "body">;

/** A request of autocannon's, with functions where it would also take the names of files. */
export type LoadRequest = PlainRequest & {
  setupRequest?: (request: PlainRequest) => PlainRequest;
  onResponse?: (status: number) => void;
};

export type LoadFigures = {
  requestsPerSecond: number;
  p50: number;
  p95: number;
  p99: number;
  /** Answers that were not 2xx or 3xx, and connections that failed. */
  errors: number;
  kilobytes: number;
};

/** Of sorted milliseconds, to a tenth. */
export function percentile(sorted: number[], share: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return Math.round(value * 10) / 10;
}

/** Asks as fast as answers come, on so many connections, for `seconds`. `requestsOf` gives what each connection asks in turn. */
export async function load({
  origin,
  seconds,
  connections = CONNECTIONS,
  requestsOf,
}: {
  origin: string;
  seconds: number;
  connections?: number | undefined;
  requestsOf: (connection: number) => LoadRequest[];
}): Promise<LoadFigures> {
  let connection = 0;
  const times: number[] = [];
  let bytes = 0;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      {
        url: origin,
        connections,
        duration: seconds,
        timeout: 20,
        setupClient: (client) => {
          client.setRequests(requestsOf(connection));
          connection += 1;
        },
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    );
    run.on("response", (_client, _status, size, time) => {
      times.push(time);
      bytes += size;
    });
  });
  times.sort((a, b) => a - b);
  return {
    requestsPerSecond: Math.round(times.length / result.duration),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    errors: result.errors + result.timeouts + result["4xx"] + result["5xx"],
    kilobytes: Math.round(bytes / Math.max(1, times.length) / 102.4) / 10,
  };
}

/** Asks once, and throws where the answer is an error: a bench of error pages measures nothing. */
export async function ask(origin: string, request: LoadRequest): Promise<string> {
  const { method = "GET", path = "/", headers, body } = request.setupRequest?.(request) ?? request;
  const answer = await fetch(`${origin}${path}`, {
    method,
    redirect: "manual",
    headers: Object.entries(headers ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
    body: body === undefined ? undefined : String(body),
  });
  const text = await answer.text();
  request.onResponse?.(answer.status);
  if (answer.status >= 400) throw new Error(`${method} ${path} answered ${answer.status}`);
  return text;
}
