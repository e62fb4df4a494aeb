#!/usr/bin/env bash
# Called like Open WebUI's own; the server's options that it is given don't matter here.
exec python stand_in.py
