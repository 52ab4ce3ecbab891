/**
 * One call of a typed client, as the parts shared by both apps name it. Each app hands them its own client's `auth`, which
 * has the shape without saying so; this package knows neither router.
 */
export interface Call<Input, Output> {
  mutate: (input: Input) => Promise<Output>;
}

export interface Query<Output> {
  query: () => Promise<Output>;
}
