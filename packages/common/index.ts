/** What packages share: reading and writing tables, refusing a file in a sentence, chance that a seed repeats. */
export { columnsOf, csvField, csvReader, csvRows, csvText } from './csv.ts';
export { Malformed, quoted } from './malformed.ts';
export { below, randomFrom, type Random } from './random.ts';
