import checker from '../../../../../../packages/selection/draw/check-a-draw.html?raw';
import { showDraws } from '#areas/programmes/server';
import { download, endpoint } from '#server/web';

/** The page that checks a draw, to keep: it works from a file, without a connection. */
export const GET = endpoint(showDraws, {
	as: () => download(checker, 'check-a-draw.html', 'text/html; charset=utf-8')
});
