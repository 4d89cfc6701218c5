/** "&" is the first: what stands for the others has one. */
const entities = [["&", "&amp;"], ["<", "&lt;"], [">", "&gt;"], ["\"", "&quot;"], ["'", "&apos;"]] as const;

/** Does a text stand in XML as it is? */
export const isPlainXml = (text: string): boolean => entities.every(([sign]) => !text.includes(sign));

/** Text as it stands in an XML attribute or element. */
export const escapeXml = (text: string): string => entities.reduce((escaped, [sign, entity]) => escaped.replaceAll(sign, entity), text);

const attributesOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join("");

/** An element; its children are XML already. */
export const element = (name: string, attributes: Readonly<Record<string, string>>, children: readonly string[] = []): string =>
  children.length === 0 ? `<${name}${attributesOf(attributes)}/>` : `<${name}${attributesOf(attributes)}>${children.join("")}</${name}>`;
