-- Posts one question after the other, each with an id of its own and in one of many conversations.
-- Arguments: the delivery mode ("expectReplies", or "normal" for replies through a connector) and the connector's address.
local thread_number = 0
function setup(thread)
  thread:set("number", thread_number)
  thread_number = thread_number + 1
end

function init(arguments)
  mode = arguments[1]
  connector = arguments[2]
  count = 0
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
end

function request()
  count = count + 1
  local id = number .. "-" .. count
  local body = '{"type":"message","id":"' .. id .. '","timestamp":"2026-01-02T03:04:05.678Z","channelId":"webchat","serviceUrl":"' .. connector
    .. '","from":{"id":"user-' .. number .. '","name":"Alex"},"recipient":{"id":"bot","name":"DpkoBot"},"conversation":{"id":"load-' .. number .. '-' .. (count % 500)
    .. '"},"locale":"en-US","textFormat":"plain","localTimezone":"Europe/Paris","text":"What does DPKO stand for?","deliveryMode":"' .. mode
    .. '","entities":[{"type":"ClientCapabilities","requiresBotState":true,"supportsListening":true,"supportsTts":true}],"channelData":{"clientActivityID":"1699999999999abcdef","clientTimestamp":"2026-01-02T03:04:05.678Z"}}'
  return wrk.format("POST", nil, nil, body)
end

function done(summary)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("rate %.0f failed %d\n", summary.requests / summary.duration * 1e6, failed))
end
