export default function HomePage() {
  return <h1>PronaFlow console</h1>;
}
