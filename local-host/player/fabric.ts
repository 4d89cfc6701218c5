/** Fluent 8 reads this when it loads; without it, it would fetch its fonts from a server outside. Must be imported before Fluent. */
Object.assign(window, { FabricConfig: { fontBaseUrl: "" } });
