/** A count of bytes as people read it: at least a megabyte, without decimals. */
export const megabytes = (bytes: number): string => `${Math.max(1, Math.ceil(bytes / 1024 ** 2))} MB`;
