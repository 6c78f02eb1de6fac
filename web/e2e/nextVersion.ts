import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { stack } from './stack'

const WORKER = '/sw.js'

/** The running system at another address, where a new version of the worker app can come out. */
export class NextVersion {
  private out = false
  private readonly server = createServer((asked, answer) => this.pass(asked, answer))

  /** Begins to serve, and tells where. */
  async begin(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  /** From now on the service worker is another one, by a comment. */
  comesOut(): void {
    this.out = true
  }

  end(): void {
    this.server.closeAllConnections()
    this.server.close()
  }

  private pass(asked: IncomingMessage, answer: ServerResponse): void {
    const isWorker = asked.url === WORKER
    const headers = { ...asked.headers }
    // Packed, nothing could be added to it; and one that is not new would not be sent at all.
    for (const name of ['accept-encoding', 'if-none-match', 'if-modified-since']) {
      if (isWorker) delete headers[name]
    }
    const { hostname, port } = new URL(stack().gateway)
    const onward = request(
      { hostname, port, method: asked.method, path: asked.url, headers },
      (told) => {
        const headersTold = { ...told.headers }
        if (isWorker) delete headersTold['content-length']
        answer.writeHead(told.statusCode ?? 502, headersTold)
        told.pipe(answer, { end: !isWorker })
        if (isWorker) told.on('end', () => answer.end(this.out ? '\n// the next version\n' : ''))
      },
    )
    onward.on('error', () => answer.destroy())
    answer.on('close', () => onward.destroy())
    asked.pipe(onward)
  }
}
