// Imported first, so that everything after it sees where it runs.
process.env.NODE_ENV ??= "development";
