/** `doctor` on the language model: one tiny request for each task, and what the day has cost. */
import { z } from 'zod';
import type { CheckResult } from '../adapter.ts';
import type { FailureReason, ModelClient, ModelStatus, Task } from '../llm/client.ts';

/** @returns a line for each model, and one for the money. */
export async function checkModel(client: ModelClient): Promise<CheckResult[]> {
  const { briefs, answers } = await client.status();
  const tasks: [Task, string][] =
    briefs.model === answers.model
      ? [['brief', briefs.model]]
      : [
          ['brief', briefs.model],
          ['answer', answers.model],
        ];
  const results: CheckResult[] = [];
  for (const [task, model] of tasks) results.push(await askOne(task, model, client));
  return [...results, moneyOf(await client.status())];
}

async function askOne(task: Task, model: string, client: ModelClient): Promise<CheckResult> {
  const began = performance.now();
  const repairs = client.counts.schemaRepairs;
  const completion = await client.complete({
    task,
    channel: '',
    name: 'check',
    messages: [{ role: 'user', content: 'Answer as JSON that "ready" is true.' }],
    schema: z.object({ ready: z.boolean() }),
    maxTokens: 50,
  });
  const name = `Model: ${model}`;
  if (completion.kind === 'failed') return { ok: false, name, detail: saying(completion.reason, client) };
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const repaired = client.counts.schemaRepairs > repairs;
  return { ok: true, name, detail: `answers in ${seconds} s${repaired ? '; keeps to no schema by itself' : ''}` };
}

function saying(reason: FailureReason, { counts }: ModelClient): string {
  if (reason === 'rejected') return `${counts.refusal}; check OPENAI_API_KEY, OPENAI_MODEL and OPENAI_BASE_URL`;
  return advice[reason];
}

const advice: Record<Exclude<FailureReason, 'rejected'>, string> = {
  budget: 'MODEL_DAILY_BUDGET is spent for today',
  refused: 'refuses to answer',
  invalid: 'gives no JSON that fits, so that briefs and answers stay extracts; choose a more able OPENAI_MODEL',
  timeout: 'does not answer within a minute',
  unavailable: 'cannot be reached, or fails; check OPENAI_BASE_URL',
  'rate-limited': 'asks us to wait',
  'too-long': 'has no room for the shortest request; give its server a longer context',
};

function moneyOf({ spentToday, dailyBudget, level, briefs, answers }: ModelStatus): CheckResult {
  const unknown = [briefs, answers].find(({ price }) => price === 'assumed' || price === 'none');
  const spent = `$${spentToday.toFixed(2)}${dailyBudget === null ? '' : ` of $${dailyBudget.toFixed(2)}`} today`;
  const price = unknown === undefined ? '' : `; the price of ${unknown.model} is not known: set MODEL_PRICES`;
  return { ok: level !== 'extractive', name: 'Model: money', detail: `${spent}, ${level}${price}` };
}
