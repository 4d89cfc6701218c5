/** jsdom has no BroadcastChannel: as browsers do it, a message reaches every other open channel of the name, later. */
class Channel implements Pick<BroadcastChannel, "name" | "onmessage" | "postMessage" | "close"> {
  private static readonly open = new Set<Channel>();
  onmessage: BroadcastChannel["onmessage"] = null;

  constructor(readonly name: string) {
    Channel.open.add(this);
  }

  postMessage(data: unknown): void {
    const others = [...Channel.open].filter((other) => other !== this && other.name === this.name);
    queueMicrotask(() => { for (const other of others) other.onmessage?.call(other as unknown as BroadcastChannel, new MessageEvent("message", { data })); });
  }

  close(): void {
    Channel.open.delete(this);
    this.onmessage = null;
  }
}

Object.assign(globalThis, { BroadcastChannel: Channel });
