/**
 * Draws from a Dirichlet distribution: gamma variates over their sum. Marsaglia and Tsang 2000 for the gammas, and for
 * parameters below 1 their boost. A parameter of 0 gives 0 in every draw.
 * @param random numbers from 0 up to 1
 * @returns fills its argument with numbers that are 0 or more and sum to 1
 */
export function dirichlet(parameters: Float64Array, random: () => number): (into: Float64Array) => void {
  return (into) => {
    let sum = 0;
    for (let at = 0; at < parameters.length; at++) sum += into[at] = gamma(parameters[at], random);
    // Every parameter so small that all came out as 0: the limit is one of them alone, by their weight.
    if (!(sum > 0)) into[oneOf(parameters, random)] = sum = 1;
    for (let at = 0; at < parameters.length; at++) into[at] /= sum;
  };
}

function gamma(shape: number, random: () => number): number {
  if (shape === 0) return 0;
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** By the polar method (Marsaglia and Bray 1964). */
function normal(random: () => number): number {
  for (;;) {
    const [x, y] = [2 * random() - 1, 2 * random() - 1];
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

function oneOf(weights: Float64Array, random: () => number): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => (left -= weight) < 0);
  return found < 0 ? weights.indexOf(Math.max(...weights)) : found;
}
