// What is read, as the page and the element have it. Not loaded by a page.

/** An Encoding Standard label. */
export type Encoding =
  | "utf-8"
  | "utf-16le"
  | "utf-16be"
  | "windows-1252"
  | "windows-1250"
  | "iso-8859-2"
  | "windows-1251"
  | "shift_jis"
  | "gb18030"
  | "big5"
  | "euc-kr";

/** Why a text was read in an encoding; empty where it needs no saying. */
export type Reason = "mark" | "zeros" | "invalid" | "chosen" | "";

export interface Decoded {
  /** Without its byte order mark. */
  text: string;
  encoding: Encoding;
  reason: Reason;
}
