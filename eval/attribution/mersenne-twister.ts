const N = 624
const M = 397

/**
 * Numbers in [0, 1) of 53 bits: the same, in the same order, as `random.Random(seed).random()` in Python,
 * for whole seeds below 2^32. Method: https://dl.acm.org/doi/10.1145/272991.272995 (MT19937).
 */
export function mersenneTwister(seed: number): () => number {
  const draw = drawsFrom(seeded(seed >>> 0))
  return () => {
    const high = draw() >>> 5
    return (high * 67_108_864 + (draw() >>> 6)) / 9_007_199_254_740_992
  }
}

/** The places 0 to `length` - 1 in the order of `numpy.random.RandomState(seed).permutation(length)`. */
export function permutation(length: number, seed: number): number[] {
  const draw = drawsFrom(knuthSeeded(seed >>> 0))
  const order = Array.from({ length }, (_, at) => at)
  for (let last = length - 1; last > 0; last--) {
    const mask = 2 ** (32 - Math.clz32(last)) - 1
    let chosen = draw() & mask
    while (chosen > last) chosen = draw() & mask
    ;[order[last], order[chosen]] = [order[chosen]!, order[last]!]
  }
  return order
}

/** Whole numbers of 32 bits. */
function drawsFrom(state: Uint32Array): () => number {
  let next = N
  return () => {
    if (next === N) {
      twist(state)
      next = 0
    }
    return temper(state[next++]!)
  }
}

/** Seeding by one number, which is also where that by an array begins. */
function knuthSeeded(seed: number): Uint32Array {
  const state = new Uint32Array(N)
  state[0] = seed
  for (let i = 1; i < N; i++) state[i] = Math.imul(1_812_433_253, state[i - 1]! ^ (state[i - 1]! >>> 30)) + i
  return state
}

/** The generator's own seeding by an array, here of one number. */
function seeded(seed: number): Uint32Array {
  const state = knuthSeeded(19_650_218)
  const mixed = (at: number): number => state[at - 1]! ^ (state[at - 1]! >>> 30)
  let i = 1
  const advance = (value: number): void => {
    state[i++] = value
    if (i < N) return
    state[0] = state[N - 1]!
    i = 1
  }
  for (let k = N; k > 0; k--) advance((state[i]! ^ Math.imul(mixed(i), 1_664_525)) + seed)
  for (let k = N - 1; k > 0; k--) advance((state[i]! ^ Math.imul(mixed(i), 1_566_083_941)) - i)
  state[0] = 0x80000000
  return state
}

function twist(state: Uint32Array): void {
  for (let i = 0; i < N; i++) {
    const both = (state[i]! & 0x80000000) | (state[(i + 1) % N]! & 0x7fffffff)
    state[i] = state[(i + M) % N]! ^ (both >>> 1) ^ (both & 1 ? 0x9908b0df : 0)
  }
}

function temper(value: number): number {
  let y = value
  y ^= y >>> 11
  y ^= (y << 7) & 0x9d2c5680
  y ^= (y << 15) & 0xefc60000
  return (y ^ (y >>> 18)) >>> 0
}
