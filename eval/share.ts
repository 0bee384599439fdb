/** 0 where nothing is to be divided by. */
export const share = (right: number, all: number): number => (all > 0 ? right / all : 0)
