# Invents an organisation's calls of some days, one JSON object a line, for `innkeeper ledger import`.
# Input: a day a line, as 2026-10-24. Needs -v org= -v tenant= -v seed= -v per_day=
# The same input gives the same calls. Prices are near those of the stand-in for OpenRouter, in units of
# 10^-12 USD a token, so that every cost is a whole number of them.

function people(names,    n, i) {
    n = split(names, parts, "|")
    for (i = 1; i <= n; i++) {
        name[i] = parts[i]
        id[i] = sprintf("%s-person-%02d", org, i)
    }
    return n
}

BEGIN {
    srand(seed)
    count = people("Hanna Brzoza|Marek Żółtowski|Agnieszka Święcicka|Piotr Wrzos|Łucja Ćwik|Jan Ńemec|Ewa Gąsior")
    models[0] = split("acme/lark-mini|acme/lark-mini|acme/lark-mini|acme/lark-large|nimbus/night-owl", models, "|")
    prompt_price["acme/lark-mini"] = 150000;    answer_price["acme/lark-mini"] = 600000
    prompt_price["acme/lark-large"] = 2500000;  answer_price["acme/lark-large"] = 15000000
    prompt_price["nimbus/night-owl"] = 280000;  answer_price["nimbus/night-owl"] = 420000
    once["nimbus/night-owl"] = 500000000
}

{
    split($1, date, "-")
    weekday = (strftime("%w", mktime(date[1] " " date[2] " " date[3] " 12 00 00")))
    calls = int(per_day * (weekday == 0 || weekday == 6 ? 0.1 : 0.7 + rand() * 0.6))
    for (i = 1; i <= calls; i++) {
        who = 1 + int(rand() * count * rand())
        model = models[1 + int(rand() * 5)]
        prompt = 200 + int(rand() * rand() * 9000)
        answer = 50 + int(rand() * rand() * 1500)
        pico = prompt * prompt_price[model] + answer * answer_price[model] + once[model]
        second = int(25200 + (i - 1 + rand()) * 39600 / calls)
        printf "{\"generation\":\"invented-%s-%s-%04d\",\"at\":\"%sT%02d:%02d:%02dZ\"", org, $1, i, $1, \
            int(second / 3600), int(second % 3600 / 60), second % 60
        printf ",\"tenant\":\"%s\",\"user\":\"%s\",\"userName\":\"%s\",\"userEmail\":\"person-%02d@%s.example\"", \
            tenant, id[who], name[who], who, org
        printf ",\"model\":\"%s\",\"provider\":\"invented\",\"prompt\":%d,\"completion\":%d", model, prompt, answer
        printf ",\"cost\":\"%.12f\"}\n", pico / 1000000000000
    }
}
