import pg from 'pg';

export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** A migrated database, and how its copies are made: as files where no disk is waited for, else through the log. */
export interface Template {
  name: string;
  strategy: 'file_copy' | 'wal_log';
}

/** @returns `name`. A copy of `template` where one is given: all its migrations are there. */
export async function createDatabase(server: string, name: string, template?: Template): Promise<string> {
  const copied = template ? ` template ${template.name} strategy ${template.strategy}` : '';
  await onServer(server, (client) => client.query(`create database ${name}${copied}`));
  return name;
}

/** Does the server leave its writing to the system? */
export async function isUnsynced(server: string): Promise<boolean> {
  let unsynced = false;
  await onServer(server, async (client) => {
    unsynced = (await client.query('show fsync')).rows[0].fsync === 'off';
  });
  return unsynced;
}

export async function dropDatabase(server: string, name: string): Promise<void> {
  await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
}

/** Drops every database whose name begins with `prefix_`. */
export async function dropDatabases(server: string, prefix: string): Promise<void> {
  await onServer(server, async (client) => {
    const { rows } = await client.query('select datname from pg_database where datname like $1', [`${prefix}\\_%`]);
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
  });
}

async function onServer(server: string, run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}
