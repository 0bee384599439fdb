import { crc32, deflateRawSync } from "node:zlib"

export type ZipEntry = Readonly<{ name: string; bytes: Buffer; packed?: boolean; encrypted?: boolean }>

/** A zip file of these entries, as the format's description (APPNOTE) has it. */
export function zipped(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const packed = entry.packed ? deflateRawSync(entry.bytes) : entry.bytes
    // Encrypted bytes begin with a head of twelve.
    const data = entry.encrypted ? Buffer.concat([Buffer.alloc(12, 7), packed]) : packed
    const head = localHead(entry, data.length)
    directory.push(directoryEntry(entry, data.length, offset))
    files.push(head, data)
    offset += head.length + data.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, listed, end])
}

/** What both heads share, from the version needed to the length of the name. */
function common({ name, bytes, packed, encrypted }: ZipEntry, length: number): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(encrypted ? 1 : 0, 2)
  fields.writeUInt16LE(packed ? 8 : 0, 4)
  fields.writeUInt32LE(crc32(bytes), 10)
  fields.writeUInt32LE(length, 14)
  fields.writeUInt32LE(bytes.length, 18)
  fields.writeUInt16LE(Buffer.byteLength(name), 22)
  return fields
}

const localHead = (entry: ZipEntry, length: number): Buffer =>
  Buffer.concat([Buffer.from("PK\u0003\u0004"), common(entry, length), Buffer.from(entry.name)])

function directoryEntry(entry: ZipEntry, length: number, offset: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([
    Buffer.from("PK\u0001\u0002\u0014\u0000"),
    common(entry, length),
    rest,
    Buffer.from(entry.name),
  ])
}
