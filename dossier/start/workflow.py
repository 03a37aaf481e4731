"""The GitHub workflow that checks a dossier on every pull request and publishes it from the main branch."""

WORKFLOW = """\
# Builds the dossier, checks it, and publishes it on GitHub Pages.
# In the repository's settings, under Pages, choose "GitHub Actions" as the source.
name: Pages

on:
  push:
    branches: [main]
  pull_request:
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: pages-${{ github.ref }}
  cancel-in-progress: false

jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: actions/setup-python@v6
        with:
          python-version: "3.13"
      - run: python -m pip install dossier-site
      - uses: actions/cache@v4
        with:
          path: .dossier
          key: dossier-${{ github.sha }}
          restore-keys: dossier-
      - name: Check, with what is wrong shown beside the lines
        run: dossier check --strict --format github
      - name: Ask where the site will stand
        id: pages
        if: github.event_name != 'pull_request'
        uses: actions/configure-pages@v6
      - name: Build
        env:
          BASE_URL: ${{ steps.pages.outputs.base_url }}
        run: |
          if [ -n "$BASE_URL" ]; then
            dossier build --locked --strict --base-url "$BASE_URL/"
          else
            dossier build --locked --strict
          fi
      - uses: actions/upload-pages-artifact@v5
        if: github.event_name != 'pull_request'
        with:
          path: site

  deploy:
    if: github.event_name != 'pull_request' && github.ref == 'refs/heads/main'
    needs: build
    runs-on: ubuntu-latest
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v5
"""
