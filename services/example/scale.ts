/** Scale of the county that is made at the first start: small enough for a minute, large enough for every rule. */
export const smallScale = 0.02;
