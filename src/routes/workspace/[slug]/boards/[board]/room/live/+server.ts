import { watchLedRoom } from '#areas/boards/server';
import { localizeHref } from '#words/addresses';
import { streamOf } from '../../../../../../room-stream.ts';

export const GET = streamOf(watchLedRoom, ({ slug = '', board = '' }) =>
	localizeHref(`/workspace/${slug}/boards/${board}/notes`)
);
