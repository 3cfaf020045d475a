import { lastChangeOf, watchBoard } from '#areas/boards/server';
import { changesOf } from '../../../../../change-stream.ts';

export const GET = changesOf(watchBoard, lastChangeOf);
