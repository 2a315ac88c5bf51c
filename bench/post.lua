-- Posts a form again and again, each time with an address (or a link) that is new.
local file = os.getenv("BENCH_PATHS")
local paths, at = {}, 0
local counter = 0
function setup(thread)
  counter = counter + 1
  thread:set("id", counter)
end
function init(args)
  cookie = os.getenv("BENCH_COOKIE")
  body = os.getenv("BENCH_BODY")
  path = os.getenv("BENCH_PATH")
  seed = os.getenv("BENCH_SEED")
  if file then for line in io.lines(file) do paths[#paths + 1] = line end end
  n = 0
end
function request()
  n = n + 1
  local headers = {["Content-Type"] = "application/x-www-form-urlencoded"}
  if cookie then headers["Cookie"] = cookie end
  if file then
    local target = paths[n]
    if not target then wrk.thread:stop() target = paths[#paths] end
    return wrk.format("POST", target, headers, "")
  end
  local address = "b" .. seed .. "t" .. id .. "n" .. n .. "@people.example"
  return wrk.format("POST", path, headers, (body:gsub("ADDRESS", address)))
end
