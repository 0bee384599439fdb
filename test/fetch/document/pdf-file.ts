/** One line of a page: its place from the left and from below, the size of its letters, its words (ASCII). */
export type SetLine = Readonly<{ x?: number; y: number; size?: number; text: string }>

export type PdfOptions = Readonly<{ encrypted?: boolean }>

/** A PDF file (1.4) of pages of such lines. Encrypted: as if with a user's password, which nobody knows. */
export function pdfFile(pages: readonly (readonly SetLine[])[], { encrypted = false }: PdfOptions = {}): Buffer {
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(" ")
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...pages.flatMap((lines, i) => {
      const content = lines.map(setLine).join("\n")
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ]
    }),
  ]
  const hex = "AB".repeat(32)
  if (encrypted) objects.push(`<< /Filter /Standard /V 1 /R 2 /O <${hex}> /U <${hex}> /P -4 >>`)
  let file = "%PDF-1.4\n"
  const offsets = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")
  const lock = encrypted ? ` /Encrypt ${objects.length} 0 R /ID [<AA> <AA>]` : ""
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${lock} >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${end}`, "latin1")
}

const setLine = ({ x = 60, y, size = 11, text }: SetLine): string =>
  `BT /F ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, "\\$&")}) Tj ET`
