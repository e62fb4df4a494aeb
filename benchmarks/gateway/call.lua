-- One model call after another; words: KEY BYTES, where BYTES is the prompt's size.
function init(words)
  local key, bytes = words[1], tonumber(words[2])
  local prompt = string.rep("Wieczorem pada. ", math.ceil(bytes / 16)):sub(1, bytes)
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  wrk.headers["Authorization"] = "Bearer " .. key
  wrk.headers["x-portkey-provider"] = "openai"
  wrk.headers["x-portkey-custom-host"] = words[3]
  wrk.body = '{"model":"acme/lark-mini","max_tokens":400,"messages":[{"role":"user","content":"' .. prompt .. '"}]}'
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    "figures %d %d %d %d %d %d\n",
    summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
