import { giveDrawProof } from '#areas/programmes/server';
import { endpoint } from '#server/web';

export const GET = endpoint(giveDrawProof, {
	as: (proven) =>
		Response.json(proven, {
			headers: {
				'content-disposition': 'attachment; filename="draw-proof.json"',
				'cache-control': 'private, no-store'
			}
		})
});
