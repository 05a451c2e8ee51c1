// Client of the REST API and the event stream.
let key = '';

/** Sets the key for clinical text, which is kept only until the page is closed or reloaded. */
export function useKey(newKey) {
  key = newKey;
}

export async function get(path) {
  const headers = key && path.startsWith('/v1/cases/') ? { Authorization: `Bearer ${key}` } : {};
  const response = await fetch(path, { headers });
  if (response.status === 401) {
    key = '';
  }
  if (!response.ok) {
    throw Object.assign(new Error(`status ${response.status}`), { status: response.status });
  }
  return response.json();
}

/** Calls back with a sample every second, with sinks and reconciliation when they change, and with the connection state. */
export function follow(onSample, onPipeline, onState) {
  const events = new EventSource('/v1/events');
  let last = 0;
  events.addEventListener('figures', (event) => {
    const sample = JSON.parse(event.data);
    last = Date.now();
    onState(!sample.ready ? 'starting' : sample.fromStandby ? 'standby' : 'live');
    onSample(sample);
  });
  for (const part of ['sinks', 'reconciliation']) {
    events.addEventListener(part, (event) => onPipeline(part, JSON.parse(event.data)));
  }
  events.addEventListener('error', () => onState('disconnected'));
  setInterval(() => {
    if (last && Date.now() - last > 6000) {
      onState('disconnected');
    }
  }, 2000);
}
