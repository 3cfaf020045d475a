export { readDirectory, unpack, type Entry } from '../files/zip.ts';
export { declaresMacros, mustBeHarmless } from '../files/office.ts';
export { zipOf, zipPieces } from './write.ts';
