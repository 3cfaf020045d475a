/** Pages are documents: HTML and CSS first. Small scripts in src/enhance make them nicer; none hydrates. */
export const csr = false;
