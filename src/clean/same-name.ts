/** Whether two names are one publisher's: the same, or one inside the other; "The", case and marks apart. */
export function sameName(part: string, publisher: string | null): boolean {
  if (!publisher) return false
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/^the\s+/, "")
      .replace(/[^\p{L}\p{N}]+/gu, "")
  const [a, b] = [plain(part), plain(publisher)]
  return a !== "" && (a === b || b.includes(a) || a.includes(b))
}
