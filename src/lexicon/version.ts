/** Version of data/en and of the rules that read it: raised with every change that changes what is found. */
export const DATA_VERSION = 16
