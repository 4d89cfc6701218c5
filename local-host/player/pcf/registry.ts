/** Class of a control as its bundle registers it; instances are checked by use, bundles being foreign code. */
export type ControlConstructor = new () => ComponentFramework.StandardControl<unknown, unknown> | ComponentFramework.ReactControl<unknown, unknown>;

const registered = new Map<string, ControlConstructor>();

/** Called by a bundle at its end; a later bundle of the same name takes the place of the earlier. */
export const registerControl = (name: string, constructor: ControlConstructor): void => { registered.set(name, constructor); };

export const registeredControl = (name: string): ControlConstructor | undefined => registered.get(name);
