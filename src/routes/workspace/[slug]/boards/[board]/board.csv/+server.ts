import { boardFiles } from '#areas/boards';
import { showBoard } from '#areas/boards/server';
import { download, endpoint } from '#server/web';

export const GET = endpoint(showBoard, {
	as: (view) => {
		const { body, type } = boardFiles['board.csv']!(view);
		return download(body, `${view.slug}-${view.number}-board.csv`, type);
	}
});
