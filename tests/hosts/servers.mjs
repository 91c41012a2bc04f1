// Real hosts on free ports of this machine: nginx, Caddy and Apache with the files that the site has for them.

import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const HOSTS = { nginx, caddy, apache };

// Starts a host that serves the folder `site` below `base`. Answers its origin and how to stop it.
export async function start(name, site, base, folder) {
  const port = await freePort();
  const work = join(folder, `${name}-${port}`);
  await mkdir(work, { recursive: true });
  const [program, ...rest] = await HOSTS[name]({ site, base, work, port });
  const words = [];
  const child = spawn(program, rest, { env: { ...process.env, HOME: work, XDG_CONFIG_HOME: work, XDG_DATA_HOME: work } });
  child.stdout.on('data', (chunk) => words.push(chunk));
  child.stderr.on('data', (chunk) => words.push(chunk));
  const ended = new Promise((done) => child.on('exit', done));
  let isOver = false;
  ended.then(() => (isOver = true));
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    if (isOver || tries > 200) throw new Error(`${name} does not start:\n${Buffer.concat(words)}`);
    if (await fetch(`${origin}${base}/robots.txt`).then(() => true, () => false)) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  return { name, origin, stop: async () => { child.kill('SIGTERM'); await ended; } };
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

async function nginx({ site, work, port }) {
  const file = join(work, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${work}/${name};`);
  await writeFile(file, `
    ${process.getuid() === 0 ? 'user root;' : ''}
    daemon off; pid ${work}/pid; error_log stderr warn;
    events { worker_connections 64; }
    http {
      access_log off; ${temporary.join(' ')}
      gzip on;
      server {
        listen 127.0.0.1:${port};
        set $congbao_site ${site};
        include ${site}/nginx.conf;
      }
    }`);
  return ['nginx', '-c', file, '-e', 'stderr'];
}

async function caddy({ site, work, port }) {
  const file = join(work, 'Caddyfile');
  await writeFile(file, `{
	admin off
	auto_https off
}
http://127.0.0.1:${port} {
	root * ${site}
	import ${site}/Caddyfile
}
`);
  return ['caddy', 'run', '--config', file, '--adapter', 'caddyfile'];
}

async function apache({ site, base, work, port }) {
  const file = join(work, 'httpd.conf');
  const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'alias'];
  await writeFile(file, `
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
ServerName localhost
ServerRoot ${work}
PidFile ${work}/pid
ErrorLog ${work}/error.log
Listen 127.0.0.1:${port}
TypesConfig /dev/null
${process.getuid() === 0 ? 'User www-data\nGroup www-data' : ''}
${base ? `Alias ${base} ${site}` : `DocumentRoot ${site}`}
<Directory ${site}>
  AllowOverride All
  Require all granted
</Directory>
`);
  return ['apache2', '-f', file, '-D', 'FOREGROUND'];
}
