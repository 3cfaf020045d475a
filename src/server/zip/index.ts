export { readDirectory, unpack, type Entry } from '../files/zip.ts';
export { mustBeHarmless } from '../files/office.ts';
