export interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  /** null = only one button. */
  readonly cancel: string | null;
}
export interface OpenQuestion extends Question { readonly answer: (yes: boolean) => void }

/** Questions to the user, one after the other; whoever draws them listens. */
export interface Dialogs {
  ask(question: Question): Promise<boolean>;
  current(): OpenQuestion | null;
  listen(listener: () => void): () => void;
}

export function makeDialogs(): Dialogs {
  const waiting: OpenQuestion[] = [];
  const listeners = new Set<() => void>();
  const tell = (): void => { for (const listener of listeners) listener(); };
  return {
    ask: (question) => new Promise((resolve) => {
      waiting.push({ ...question, answer: (yes) => { waiting.shift(); tell(); resolve(yes); } });
      tell();
    }),
    current: () => waiting[0] ?? null,
    listen: (listener) => { listeners.add(listener); return () => { listeners.delete(listener); }; },
  };
}
