import { watchRoom } from '#areas/boards/server';
import { localizeHref } from '#words/addresses';
import { streamOf } from '../../../room-stream.ts';

export const GET = streamOf(watchRoom, ({ room = '' }) => localizeHref(`/room/${room}/notes`));
