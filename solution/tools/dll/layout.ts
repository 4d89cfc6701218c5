/** A reference to a row of one of several tables; a tag of so many bits says of which. */
export interface Reference { readonly tables: readonly number[]; readonly tagBits: number }

/** What a column holds: a number of 2 or 4 bytes, a place in a heap, or a reference. */
export type Column = 2 | 4 | "string" | "guid" | "blob" | Reference;

const to = (...tables: readonly number[]): Reference => ({ tables, tagBits: Math.ceil(Math.log2(tables.length)) });

/** References of several kinds, ECMA-335 II.24.2.6. */
const typeDefOrRef = to(0x02, 0x01, 0x1b);
const hasConstant = to(0x04, 0x08, 0x17);
const hasAttribute = to(0x06, 0x04, 0x01, 0x02, 0x08, 0x09, 0x0a, 0x00, 0x0e, 0x17, 0x14, 0x11, 0x1a, 0x1b, 0x20, 0x23, 0x26, 0x27, 0x28, 0x2a, 0x2c, 0x2b);
const hasMarshal = to(0x04, 0x08);
const hasSecurity = to(0x02, 0x06, 0x20);
const memberParent = to(0x02, 0x01, 0x1a, 0x06, 0x1b);
const hasSemantics = to(0x14, 0x17);
const methodDefOrRef = to(0x06, 0x0a);
const memberForwarded = to(0x04, 0x06);
const implementation = to(0x26, 0x23, 0x27);
const attributeType: Reference = { tables: [0x06, 0x0a], tagBits: 3 };
const resolutionScope = to(0x00, 0x1a, 0x23, 0x01);

export const tableNumbers = { typeDef: 0x02, assembly: 0x20, nestedClass: 0x29 } as const;

/** Columns of every table up to NestedClass by its number (ECMA-335 II.22): the size of each row before a table is needed to find it. */
export const layout: readonly (readonly Column[])[] = [
  [2, "string", "guid", "guid", "guid"], // 00 Module
  [resolutionScope, "string", "string"], // TypeRef
  [4, "string", "string", typeDefOrRef, to(0x04), to(0x06)], // TypeDef
  [to(0x04)], // FieldPtr
  [2, "string", "blob"], // Field
  [to(0x06)], // MethodPtr
  [4, 2, 2, "string", "blob", to(0x08)], // MethodDef
  [to(0x08)], // ParamPtr
  [2, 2, "string"], // 08 Param
  [to(0x02), typeDefOrRef], // InterfaceImpl
  [memberParent, "string", "blob"], // MemberRef
  [2, hasConstant, "blob"], // Constant
  [hasAttribute, attributeType, "blob"], // CustomAttribute
  [hasMarshal, "blob"], // FieldMarshal
  [2, hasSecurity, "blob"], // DeclSecurity
  [2, 4, to(0x02)], // ClassLayout
  [4, to(0x04)], // 10 FieldLayout
  ["blob"], // StandAloneSig
  [to(0x02), to(0x14)], // EventMap
  [to(0x14)], // EventPtr
  [2, "string", typeDefOrRef], // Event
  [to(0x02), to(0x17)], // PropertyMap
  [to(0x17)], // PropertyPtr
  [2, "string", "blob"], // Property
  [2, to(0x06), hasSemantics], // 18 MethodSemantics
  [to(0x02), methodDefOrRef, methodDefOrRef], // MethodImpl
  ["string"], // ModuleRef
  ["blob"], // TypeSpec
  [2, memberForwarded, "string", to(0x1a)], // ImplMap
  [4, to(0x04)], // FieldRVA
  [4, 4], // EncLog
  [4], // EncMap
  [4, 2, 2, 2, 2, 4, "blob", "string", "string"], // 20 Assembly
  [4], // AssemblyProcessor
  [4, 4, 4], // AssemblyOS
  [2, 2, 2, 2, 4, "blob", "string", "string", "blob"], // AssemblyRef
  [4, to(0x23)], // AssemblyRefProcessor
  [4, 4, 4, to(0x23)], // AssemblyRefOS
  [4, "string", "blob"], // File
  [4, 4, "string", "string", implementation], // ExportedType
  [4, 4, "string", implementation], // 28 ManifestResource
  [to(0x02), to(0x02)], // NestedClass
];
