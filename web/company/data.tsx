import { MyData } from '../rights/my-data.tsx';

export default function Data() {
  return <MyData />;
}
