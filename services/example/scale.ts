/** Scale of the example county that a first start makes: about 300 km², ready in seconds. */
export const smallScale = 0.02;
