import { spawn } from 'node:child_process';

/** What a running Placard says: the place where sign-in links show when there is no SMTP server, and its log. */
export type Said = { printed: string; logged: string };

/** Starts `placard serve` on a free port and waits until it says where it is. */
export async function serve(env: Record<string, string>, data: string) {
	const child = spawn(process.execPath, ['cli/placard.ts', 'serve', '--port', '0', '--data', data], {
		env: { ...process.env, PLACARD_TEST: '1', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const said: Said = { printed: '', logged: '' };
	child.stderr.on('data', (text: Buffer) => (said.logged += text.toString()));
	const address = await new Promise<string>((resolve, reject) => {
		const giveUp = (why: string) => reject(new Error(`${why}\n${said.printed}${said.logged}`));
		const late = setTimeout(() => giveUp('Placard did not start in 30 s.'), 30_000);
		child.stdout.on('data', (text: Buffer) => {
			said.printed += text.toString();
			const found = /https?:\/\/[^\s/]+:\d+/.exec(said.printed);
			if (found) resolve((clearTimeout(late), found[0]));
		});
		child.once('exit', (code) => giveUp(`Placard stopped with ${code}.`));
	});
	return { child, address, said };
}
