# Reads every recording as the vendor's Python sample does, and prints their ids, one a line.
#   python3 walk.py <API address> <token> [limit] [athlete]
import json
import sys

import requests

api, jwt = sys.argv[1:3]
limit, athlete = (sys.argv[3:] + ["", ""])[:2]

# The first token is an empty text, as JSON.
continuation_token = json.dumps("")
all_items = []
while continuation_token not in ("null", '"null"'):
    response = requests.get(
        f"{api}/sessions",
        headers={"X-Continuation-Token": continuation_token, "Authorization": f"Bearer {jwt}"},
        params={"limit": limit, "athleteID": athlete},
        timeout=30,
    )
    response.raise_for_status()
    data = response.json()
    if data["statusCode"] != 200:
        raise SystemExit(f"The answer's statusCode is {data['statusCode']}.")
    all_items.extend(json.loads(data["body"]))
    continuation_token = json.dumps(data.get("X-Continuation-Token"))
for item in all_items:
    print(item["Session ID"])
