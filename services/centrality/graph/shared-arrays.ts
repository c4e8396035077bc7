/** A typed array that worker threads can read and write without a copy. */
export function shared<Numbers extends Int32Array | Float64Array>(
  kind: { new (buffer: SharedArrayBuffer): Numbers; BYTES_PER_ELEMENT: number },
  length: number,
): Numbers {
  return new kind(new SharedArrayBuffer(length * kind.BYTES_PER_ELEMENT));
}
