import type * as Runtime from "onnxruntime-node"

/** Where a 64-bit number of this machine has its low half. */
const LOW = new Int32Array(new BigInt64Array([1n]).buffer).indexOf(1)

/** Ids as a model takes them: one row of 64-bit whole numbers. */
export function rowTensor({ Tensor }: typeof Runtime, values: readonly number[]): Runtime.Tensor {
  // Ids are small: the halves of each number are its low word and 0, and no number need be made a big one.
  const halves = new Int32Array(2 * values.length)
  for (let i = 0; i < values.length; i++) halves[2 * i + LOW] = values[i]!
  return new Tensor("int64", new BigInt64Array(halves.buffer), [1, values.length])
}
