FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /app
# The image brings Node; a server brings PostgreSQL: neither is fetched again.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force
COPY src ./src
COPY adapters ./adapters
COPY jobs ./jobs
USER node
EXPOSE 3700
ENTRYPOINT ["node", "--disable-warning=ExperimentalWarning", "src/main.ts"]
