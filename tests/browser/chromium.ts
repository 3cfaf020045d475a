import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const usual = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].map(
	(name) => `/usr/bin/${name}`
);
/**
 * A browser in a test asks nobody anything that the test did not ask, and its microphone and camera are imaginary: so is
 * whoever allows them, since a headless shell has nobody to ask and says that it is not supported.
 */
const quiet =
	'--disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --disable-dev-shm-usage --use-fake-device-for-media-stream --use-fake-ui-for-media-stream'.split(
		' '
	);
const cache = path.resolve('node_modules/.cache/chromium');

type Found = { executable: string; libraries?: string };

/**
 * A Chromium to test with: the one named in CHROMIUM, the machine's, or the one that came with npm, unpacked once
 * into node_modules/.cache. Nothing is installed outside the checkout.
 */
export async function findChromium(): Promise<Found | undefined> {
	const given = process.env['CHROMIUM'];
	const executable = [...(given ? [given] : []), ...usual].find(
		(file) => existsSync(file) && starts({ executable: file })
	);
	if (executable) return { executable };
	const ours = await unpackOurs().catch(() => undefined);
	return ours && starts(ours) ? ours : undefined;
}

export async function launchChromium(): Promise<Browser> {
	const found = await findChromium();
	if (!found) throw new Error(noBrowser);
	return chromium.launch({
		executablePath: found.executable,
		env: environment(found),
		args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...quiet]
	});
}

export const noBrowser =
	'No Chromium was found that starts. Install one (on Debian: apt-get install chromium) or name it in CHROMIUM.';

function starts(found: Found): boolean {
	const { status } = spawnSync(found.executable, ['--version'], { env: environment(found), timeout: 30_000 });
	return status === 0;
}

function environment({ libraries }: Found): Record<string, string> {
	const env = process.env as Record<string, string>;
	return libraries
		? { ...env, LD_LIBRARY_PATH: [libraries, env['LD_LIBRARY_PATH']].filter(Boolean).join(':') }
		: env;
}

/** @sparticuz/chromium brings the browser compressed, with the libraries a bare machine lacks. x64 Linux only. */
async function unpackOurs(): Promise<Found> {
	const done = path.join(cache, 'ready');
	if (!existsSync(done)) await unpackTo(done);
	return { executable: path.join(done, 'chromium'), libraries: path.join(done, 'al2023/lib') };
}

async function unpackTo(folder: string): Promise<void> {
	const partial = `${folder}.${process.pid}`;
	await mkdir(partial, { recursive: true });
	const before = process.env['TMPDIR'];
	process.env['TMPDIR'] = partial; // where `inflate` writes
	const { inflate } = await import('@sparticuz/chromium');
	const packed = path.resolve('node_modules/@sparticuz/chromium/bin');
	for (const file of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'])
		await inflate(path.join(packed, file));
	if (before === undefined) delete process.env['TMPDIR'];
	else process.env['TMPDIR'] = before;
	await rename(partial, folder).catch(() => rm(partial, { recursive: true, force: true }));
}
