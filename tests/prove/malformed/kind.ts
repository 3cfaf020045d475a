import type { Raw } from '../../surfaces/raw.ts';
import type { Chance } from '../chance.ts';
import type { Target } from './target.ts';

/** One way of getting a request wrong. Kinds for forms are only tried where there is a form. */
export type Kind = (target: Target, chance: Chance, host: string) => Raw;
export type Kinds = Record<string, Kind>;
